export { LectureRiche } from './lecture-riche';
export { TexteRiche } from './texte-riche';
