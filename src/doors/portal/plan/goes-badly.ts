import type { PublicFigure } from './standing.ts';

/** Whether a figure asks for an explanation: off its target, or at risk. */
export const goesBadly = ({ light }: Pick<PublicFigure, 'light'>) => light === 'off' || light === 'risk';
