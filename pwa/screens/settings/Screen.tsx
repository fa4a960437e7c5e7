import './settings.css';
import { BackupPart } from './parts/BackupPart.tsx';
import { CompanyPart } from './parts/CompanyPart.tsx';
import { CopiesPart } from './parts/CopiesPart.tsx';
import { DevicePart } from './parts/DevicePart.tsx';
import { LanguagePart } from './parts/LanguagePart.tsx';
import { LookPart } from './parts/LookPart.tsx';
import { PairingPart } from './parts/PairingPart.tsx';
import { YouPart } from './parts/YouPart.tsx';
import { words } from './words.ts';

/** One part a subject; each stands by itself and says how things are before it offers to change them. */
export default function Screen() {
  return (
    <main class="page settings">
      <div class="head">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
      </div>
      <YouPart />
      <DevicePart />
      <BackupPart />
      <CopiesPart />
      <PairingPart />
      <LanguagePart />
      <LookPart />
      <CompanyPart />
    </main>
  );
}
