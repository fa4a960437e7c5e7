import { countOf, wholeOf } from '#core/browser/parts/figures.ts';
import { areaNames, type GuideProblem } from '#core/guide/index.ts';
import { unreachable } from '#core/model/result.ts';
import type { ImportFault } from './guideModel.ts';
import { areaOf, bandNames } from './words.ts';

/** What keeps a guide from being saved: what, where, what to do. */
export function problemText(problem: GuideProblem): string {
  switch (problem.kind) {
    case 'noName':
      return 'The guide has no name. Give it one.';
    case 'longName':
      return `The name has ${wholeOf(problem.length)} characters; at most ${wholeOf(problem.most)} fit.`;
    case 'badLanguage':
      return `“${problem.language}” names no language. Write a tag such as “en-GB” or “de”.`;
    case 'badMinutes':
      return `The minutes of ${areaOf(problem.area)} must be a whole number from 0 to ${problem.most}.`;
    case 'noQuestion':
      return `${areaNames[problem.area]}: ${bandNames[problem.band]} have no question that is asked of all of them. Every area needs one for every band.`;
    case 'tooMany':
      return `There are ${countOf(problem.count, 'question', 'questions')}; at most ${wholeOf(problem.most)} fit.`;
    case 'sameId':
      return `Two questions have the id “${problem.id.slice(0, 64)}”. Every id is given once.`;
    default:
      return `${areaNames[problem.area]}, question ${problem.number}: ${inQuestion(problem)}`;
  }
}

function inQuestion(problem: Extract<GuideProblem, { number: number }>): string {
  switch (problem.kind) {
    case 'badId':
      return 'its id may hold letters, digits, “-” and “_” alone, 64 at most.';
    case 'idTaken':
      return `its id belonged to a question of ${areaOf(problem.was)}. Notes refer to that one: give this one another id.`;
    case 'noText':
      return 'has no words yet. Write it, or remove it.';
    case 'emptyProbe':
      return 'a follow-up has no words. Write it, or remove it.';
    case 'emptyCondition':
      return 'a condition names no value. Add one, or remove the condition.';
    case 'badInsteadOf':
      return 'it can only take the place of a question of its own area that is asked of everyone it is for, and is no variant itself.';
    case 'longText':
      return `has ${wholeOf(problem.length)} characters; at most ${wholeOf(problem.most)} can be read out.`;
    case 'tooMuch':
      return `has too many ${problem.what === 'probes' ? 'follow-ups' : problem.what}; at most ${wholeOf(problem.most)} fit.`;
    case 'unknownPlaceholder':
      return `“{${problem.name.slice(0, 40)}}” would be read out as it stands. Only {score} is filled in.`;
    default:
      return unreachable(problem);
  }
}

const megabytes = (bytes: number): string => `${wholeOf(Math.ceil(bytes / 1_000_000))} MB`;

/** Why a file was not taken. */
export function fileFaultText(fault: ImportFault): string {
  switch (fault.kind) {
    case 'unread':
      return 'This file could not be read: it was moved or changed meanwhile, or the device refuses. Choose it again. Nothing was imported.';
    case 'tooBig':
      return `This file is too large for a guide: ${megabytes(fault.bytes)}, at most ${megabytes(fault.most)}. Nothing was imported.`;
    case 'tooLarge':
      return `This file is too large for a guide: ${wholeOf(fault.length)} characters, at most ${wholeOf(fault.most)}. Nothing was imported.`;
    case 'notJson':
      return 'This file is no JSON, or is cut off. Export the guide again and import that file. Nothing was imported.';
    case 'notAGuide':
      return 'This file is no guide of Sounding: “format” must be “sounding-guide”. Nothing was imported.';
    case 'newer':
      return `This file was written by a newer Sounding (format ${wholeOf(fault.version)}; this one reads up to ${wholeOf(fault.reads)}). Update Sounding, then import it. Nothing was imported.`;
    case 'badField':
      return `This file cannot be read at “${fault.at.join(', ') || 'its start'}”: ${fault.found || 'nothing'} stands there. Nothing was imported.`;
    case 'problems': {
      const [first, ...more] = fault.problems;
      const rest = more.length > 0 ? ` ${countOf(more.length, 'more problem', 'more problems')}.` : '';
      return `This guide cannot be used. ${first ? problemText(first) : ''}${rest} Nothing was imported.`;
    }
    default:
      return unreachable(fault);
  }
}
