import { DropZone } from '#core/browser/parts/DropZone.tsx';
import { wholeOf } from '#core/browser/parts/figures.ts';
import type { ColumnRole, JoinReport } from '#core/waves/index.ts';
import type { ImportModel } from '../importModel.ts';
import { withRole } from '../mappingEdits.ts';
import { words } from '../words.ts';
import { headerOf } from './headerOf.ts';

const roles = (Object.keys(words.roles) as ColumnRole[]).filter(
  (r) => !['score', 'comment', 'rating', 'weight'].includes(r),
);

/** The second file: who the people are. Joined by id, e-mail or account name; what found nobody is listed. */
export function Contacts({ model }: { model: ImportModel }) {
  const file = model.contacts.value;
  const check = model.checked.value.value;
  const join = check?.join ?? null;
  const kept = check ? check.answers + check.nonResponses : 0;
  const fault = model.contactsFault.value;
  return (
    <section class="contacts">
      <DropZone
        label={file ? words.contacts.replace : words.contacts.choose}
        accept={words.bring.accept}
        quiet
        onFile={(f) => void model.addContacts(f)}
        beside={
          file && (
            <button type="button" class="btn txt" onClick={() => void model.dropContacts()}>
              {words.contacts.remove}
            </button>
          )
        }
      >
        <h2>{file ? file.fileName : words.contacts.title}</h2>
        {!file && <p class="quiet">{words.contacts.lede}</p>}
        {fault && (
          <p class="callout bad" role="alert">
            {fault}
          </p>
        )}
        {file && (join ? <Joined join={join} rows={kept} /> : <p class="quiet">{words.contacts.working}</p>)}
      </DropZone>
      {file && <ContactColumns model={model} />}
    </section>
  );
}

function Joined({ join, rows }: { join: JoinReport; rows: number }) {
  const joined = rows - join.rowsWithoutContact;
  return (
    <>
      <p>
        <b>{words.contacts.joined(joined, rows)}</b>{' '}
        <span class="quiet">
          {words.contacts.by(join.joinedById, join.joinedByEmail, join.joinedByAccount)}
          {joined > 0 && '. '}
          {words.contacts.reachable(join.reachable)}
        </span>
      </p>
      {join.unjoined.length > 0 && (
        <details>
          <summary>{words.contacts.unjoined(join.unjoined.length)}</summary>
          <div class="tw rejected">
            <table>
              <thead>
                <tr>
                  <th scope="col" class="rt">
                    {words.rejected.line}
                  </th>
                  <th scope="col">{words.rejected.column}</th>
                  <th scope="col">{words.rejected.value}</th>
                  <th scope="col">{words.rejected.reason}</th>
                </tr>
              </thead>
              <tbody>
                {join.unjoined.slice(0, 200).map((u) => (
                  <tr key={u.line}>
                    <td class="rt">{wholeOf(u.line)}</td>
                    <td>{words.contacts.unjoinedBy[u.by]}</td>
                    <td class="rejected-v">{u.value}</td>
                    <td>{words.contacts.unjoinedWhy(u)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </>
  );
}

function ContactColumns({ model }: { model: ImportModel }) {
  const file = model.contacts.value;
  const mapping = model.contactsMapping.value;
  if (!file || !mapping) return null;
  return (
    <details class="contact-cols">
      <summary>{words.contacts.columns}</summary>
      {file.columns.map((c) => (
        <div class="matter" key={c.index}>
          <label for={`contact-${c.index}`}>{headerOf(c)}</label>
          <select
            id={`contact-${c.index}`}
            class="sel s"
            value={mapping.columns[c.index]?.role ?? 'ignore'}
            onChange={(event) => {
              const role = roles.find((r) => r === event.currentTarget.value);
              if (role) void model.mapContacts(withRole(mapping, c.index, role));
            }}
          >
            {roles.map((r) => (
              <option key={r} value={r}>
                {words.roles[r]}
              </option>
            ))}
          </select>
          <span class="matter-what quiet small">
            {c.top
              .slice(0, 3)
              .map((v) => v.value)
              .join(', ')}
          </span>
        </div>
      ))}
    </details>
  );
}
