export const words = {
  open: 'Sounding: open the card of this customer',
  choose: 'Sounding: choose who this is',
  close: 'Sounding: close the card',
  frame: 'Sounding: what this customer told you',
  there: 'Sounding knows a customer on this page.',
  updated: 'Sounding was updated. Reload this page to use it.',
};
