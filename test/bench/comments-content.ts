import type { ReaderComment } from '../../src/model/comment.js';

/** So many comments to a conversation, each an answer to the one before. */
export const perConversation = 10;

export interface Written extends ReaderComment {
  /** What was typed, for systems that keep that. */
  typed: string;
  /** The conversation's first comment. */
  rootId: string;
  time: number;
}

/** Every third has markup. */
function comment(number: number): Written {
  const first = number - (number % perConversation);
  const time = Date.UTC(2026, 0, 1, 0, number);
  const isPlain = number % 3 !== 0;
  const plain = `The berth was promised for the coffee season, and I have been waiting on the quay since. Number ${number}.`;
  return {
    id: `${number + 1}`,
    parentId: number === first ? undefined : `${number}`,
    rootId: `${first + 1}`,
    author: `Reader ${number}`,
    body: isPlain
      ? `<p>${plain}</p>`
      : `<p>As <a href="https://publisher.example/${number}/">you wrote</a>, the crane is <em>on its way</em>. Number ${number}.</p>`,
    typed: isPlain
      ? plain
      : `As [you wrote](https://publisher.example/${number}/), the crane is *on its way*. Number ${number}.`,
    published: new Date(time).toISOString(),
    time,
    status: 'approved',
  };
}

export const writeComments = (count: number): Written[] =>
  Array.from({ length: count }, (_, number) => comment(number));
