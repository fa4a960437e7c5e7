import '#core/browser/fonts.css';
import '#core/browser/theme.css';
import '#core/browser/components.css';
import './options.css';
import { render } from 'preact';
import { makeStatus } from './ask.ts';
import { OptionsPage } from './OptionsPage.tsx';

render(<OptionsPage source={makeStatus()} />, document.body);
