import { declaredSite } from '../declared.ts';

const number = /^\d{1,18}$/;

/** Best Practical's Request Tracker 5, self-hosted: a ticket's requestor, or the person of a user page. */
export const requestTracker = declaredSite({
  id: 'requestTracker',
  name: 'Request Tracker',
  // Seen working on a running Request Tracker 5.0.3 (Debian 12), tickets and user pages.
  isVerified: true,
  urls: [
    'https://rt.acme.example/Ticket/Display.html?id=14',
    'https://rt.acme.example/User/Summary.html?id=32',
    'http://127.0.0.1:8090/rt/Ticket/Display.html?id=2',
  ],
  hosts: null,
  records: [
    {
      path: /^(\/[a-z0-9-]+)?\/Ticket\/Display\.html$/,
      query: { id: number },
      // Owner, Cc and AdminCc are colleagues or bystanders.
      people: '.requestors .user[data-user-id]',
    },
    { path: /^(\/[a-z0-9-]+)?\/User\/Summary\.html$/, query: { id: number }, people: '#header h1' },
  ],
});
