export const words = {
  promise: 'Nothing leaves this device until you connect a server.',
  title: ['The score shows where it hurts.', 'The conversation shows why.'],
  lede: 'Bring a survey file. In a minute you will see which segments moved by more than noise, and whom to call.',
  own: {
    title: 'Start with your survey',
    text: 'Drop a CSV or Excel file here, or paste rows. You see everything before anything is kept, and any import can be undone.',
    choose: 'Choose a survey file',
    paste: 'or paste rows',
    keys: 'Ctrl V',
    needs: 'It needs one column: the score, 0 to 10. Better with comment, e-mail, company and segments.',
    accept:
      '.csv,.tsv,.txt,.tab,.xlsx,.xlsm,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  look: {
    title: 'Look around first',
    text: 'Quillon, an invented maker of finance software: 1,648 answers, 48 interviews, what they found. Yours to break; it goes away with one click.',
    open: 'Open the invented company',
    doing: 'Inventing a company',
    unit: 'parts',
    before: 'Worked with Sounding before?',
    bringBack: 'Bring back a backup',
  },
  get: {
    title: 'What you will get, from the invented company',
    finding: {
      title: 'A finding you can stand on.',
      text: 'Customers in their first year: down 25, beyond noise.',
    },
    said: 'It works on every day but the one that matters. On close day I keep a spreadsheet open, because I no longer believe the button.',
    reason: { title: 'The reason, in their words.', text: 'A detractor, Enterprise.' },
    driver: {
      title: 'How many share it.',
      text: '14 of 30 detractors, so 30 to 64 in every 100.',
    },
    now: 'now 11',
    was: 'was 36',
    zero: '0',
    everyone: 'everyone, 31',
    count: ['14', 'of 30'],
  },
  method: 'The method',
  stages: ['Survey', 'Segments', 'People', 'Interviews', 'Themes', 'Drivers'],
};
