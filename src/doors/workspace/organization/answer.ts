export { useAnswer } from '#ui/answer.ts';
