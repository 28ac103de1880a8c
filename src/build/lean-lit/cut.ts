/** A text that stands in one of Lit's production files once, and what is to stand there. */
export type Cut = [text: string, shorter: string];
