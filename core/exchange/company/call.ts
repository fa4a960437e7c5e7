import { type Area, areas, defaultGuide, questionsFor } from '../../guide/index.ts';
import type { Chance } from '../../model/chance.ts';
import type { Change } from '../../model/change.ts';
import type { DocName } from '../../model/docName.ts';
import { parseId } from '../../model/ids.ts';
import { captureNote, orderBetween, visit } from '../../notes/index.ts';
import type { CastCall } from './cast.ts';
import { rivalsNamedIn, wentChanges } from './rivals.ts';
import type { Speech } from './speech.ts';
import { topicOf } from './themes.ts';

/** A note before it has a place and a time. */
interface Line {
  area: Area;
  text: string;
  verbatim: boolean;
  valence: 'good' | 'bad' | 'none';
  severity: 0 | 1 | 2 | 3;
  themes: readonly string[];
}

/** Who notes, and where. */
export interface Writing {
  doc: DocName;
  codebook: DocName;
  /** Id of the interview. */
  interview: string;
  /** Starts the ids of the call's notes. */
  id: string;
  author: string;
  authorName: string;
}

/** What was noted in one interview, with the questions that came up; `seconds` is how long it took. */
export function talkOf(
  { plan }: CastCall,
  to: Writing,
  speech: Speech,
  chance: Chance,
): { changes: Change[]; seconds: number } {
  const lines = linesOf(plan.topics, speech, chance);
  const questions = questionsFor(defaultGuide, plan.band);
  const changes: Change[] = [];
  let now = 20 + chance.below(40);
  let order: string | null = null;
  let written = 0;
  for (const area of areas) {
    const asked = questions.filter((q) => q.area === area);
    const mine = lines.filter((line) => line.area === area);
    const rounds = Math.max(1, Math.min(asked.length, mine.length));
    for (let round = 0; round < rounds; round++) {
      const question = asked[round]?.id ?? '';
      changes.push(
        visit.put(to.doc, `${to.id}-v-${area.toLowerCase()}-${round}`, { area, question, at: now }),
      );
      // Whatever is left is said to the last question.
      const here = round === rounds - 1 ? mine.slice(round) : mine.slice(round, round + 1);
      for (const line of here) {
        now += 45 + chance.below(110);
        order = orderBetween(order, null, chance);
        changes.push(...noteOf(line, to, ++written, question, order, now));
      }
      now += 30 + chance.below(90);
    }
  }
  return { changes, seconds: now + 40 };
}

function noteOf(
  line: Line,
  to: Writing,
  number: number,
  question: string,
  order: string,
  at: number,
): Change[] {
  const id = parseId<'note'>(`${to.id}-n${String(number).padStart(2, '0')}`);
  if (!id.ok) throw new Error(`no note id: ${id.why.text}`);
  const { text, verbatim, valence, severity, themes, area } = line;
  const note = captureNote({
    doc: to.doc,
    id: id.value,
    read: { text, verbatim, valence, severity, people: rivalsNamedIn(text) },
    themes,
    order,
    at,
    area,
    question,
    author: to.author,
    authorName: to.authorName,
  });
  return [...note, ...wentChanges(to.codebook, to.interview, text)];
}

function linesOf(topics: CastCall['plan']['topics'], speech: Speech, chance: Chance): Line[] {
  const lines: Line[] = [plain('scoreDrivers', speech.context())];
  for (const name of topics) lines.push(...raised(topicOf(name), speech));
  if (chance.below(3) > 0) lines.push(plain('experience', speech.habit()));
  const first = topics[0] ? topicOf(topics[0]) : undefined;
  if (chance.below(4) > 0) lines.push(plain('competition', speech.alternative()));
  if (chance.below(2) === 0) lines.push(plain('priorities', speech.outlook()));
  const wish = first && speech.wished(first.voice);
  if (first && wish) lines.push({ ...plain('priorities', wish), verbatim: true, themes: [first.id] });
  const closing = chance.below(5) === 0 ? speech.closing() : undefined;
  if (closing) lines.push({ ...plain('priorities', closing), verbatim: true });
  return lines;
}

/** What the interviewer noted in short, and what was said in full; what concerns rivals is said where they are asked of. */
function raised({ id, voice, own }: ReturnType<typeof topicOf>, speech: Speech): Line[] {
  const { valence } = voice;
  const isRival = own?.category === 'competitive' || id.startsWith('starter-competitive-');
  const [noted, said] = [speech.noted(voice), speech.said(voice)];
  const lines: Line[] = [];
  if (noted) lines.push({ ...plain(isRival ? 'competition' : 'scoreDrivers', noted), valence, themes: [id] });
  if (said) {
    const [text, severity] = said;
    const area = isRival ? 'competition' : 'experience';
    lines.push({ area, text, verbatim: true, valence, severity, themes: [id] });
  }
  return lines;
}

function plain(area: Area, text: string): Line {
  return { area, text, verbatim: false, valence: 'none', severity: 0, themes: [] };
}
