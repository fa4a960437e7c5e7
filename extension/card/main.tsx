import '#core/browser/fonts.css';
import '#core/browser/theme.css';
import '#core/browser/components.css';
import './card.css';
import { render } from 'preact';
import { CardPage } from './CardPage.tsx';
import { makePage } from './page.ts';

render(<CardPage page={makePage()} />, document.body);
