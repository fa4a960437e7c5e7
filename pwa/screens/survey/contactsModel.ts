import { batch, type ReadonlySignal, signal } from '@preact/signals-core';
import type { SourceFile } from '#core/ports/files.ts';
import type { OpenImport } from '#core/ports/importer.ts';
import type { Inspection, Mapping } from '#core/waves/index.ts';
import { words } from './words.ts';

/** The contacts file beside a survey. `open`: the survey it is joined to; `changed`: what would be kept has changed. */
export function makeContacts(open: () => OpenImport | null, changed: () => void) {
  const contacts = signal<Inspection | null>(null);
  const contactsMapping = signal<Mapping | null>(null);
  const contactsFault = signal('');
  const clearContacts = () =>
    batch(() => {
      contacts.value = null;
      contactsMapping.value = null;
      contactsFault.value = '';
    });
  return {
    contacts: contacts as ReadonlySignal<Inspection | null>,
    contactsMapping: contactsMapping as ReadonlySignal<Mapping | null>,
    contactsFault: contactsFault as ReadonlySignal<string>,
    clearContacts,
    async addContacts(file: SourceFile): Promise<void> {
      contactsFault.value = '';
      const answer = await open()?.addContacts(file);
      if (!answer) return;
      if (!answer.ok) {
        contactsFault.value = words.faultOf(answer.why);
        return;
      }
      contacts.value = answer.value;
      contactsMapping.value = answer.value.mapping;
      changed();
    },
    async mapContacts(mapping: Mapping): Promise<void> {
      contactsMapping.value = mapping;
      const answer = await open()?.mapContacts(mapping);
      contactsFault.value = answer && !answer.ok ? words.faultOf(answer.why) : '';
      changed();
    },
    async dropContacts(): Promise<void> {
      clearContacts();
      await open()?.dropContacts();
      changed();
    },
  };
}
