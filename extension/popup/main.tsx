import '#core/browser/fonts.css';
import '#core/browser/theme.css';
import '#core/browser/components.css';
import './popup.css';
import { render } from 'preact';
import { makeStatus } from '../options/ask.ts';
import { Popup } from './Popup.tsx';

const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
// The click on the toolbar button lets us know the address of this one tab.
render(<Popup source={makeStatus(tab?.id)} address={tab?.url ?? ''} />, document.body);
