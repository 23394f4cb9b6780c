import { Icon } from './Icon';

const CHECK = 'M5 12l5 5L20 7';

/** The mark of the chosen item of a menu; other items have no section for one. */
export function checkmark(isChosen: boolean) {
  return isChosen ? <Icon path={CHECK} size={14} /> : undefined;
}
