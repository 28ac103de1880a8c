/**
 * What is added to the style sheets of widgets that readers write into while nothing but a server's markup stands. The room
 * of a form that only scripts can send is kept for them, and goes where there are none.
 */
export const served = `
  :host {
    min-block-size: 0 !important;
  }
  :host::before,
  :host::after {
    content: none !important;
  }
  .home {
    visibility: hidden;
  }
  /* What is painted before it is known how high it is would move. */
  .comment {
    content-visibility: visible;
  }
  .unscripted {
    display: none;
  }
  @media (scripting: none) {
    .unscripted {
      display: block;
    }
    .unscripted ~ :is(button, .covered),
    .covered > .room,
    .home,
    .answer,
    .more {
      display: none;
    }
  }
`;
