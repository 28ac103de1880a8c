import { createServer } from 'node:net';

/** A port that another program holds, with a message that says what to do about it. */
export class PortTakenError extends Error {
  constructor(port, host, variable) {
    super(
      `Port ${port} on ${host} is taken by another program (perhaps another \`npm start\`). ` +
        `Stop that program, or choose another port: ${variable}=${port + 10} npm start`,
    );
    this.name = 'PortTakenError';
    this.code = 'port-taken';
    this.port = port;
  }
}

/** Binds a server, and turns Node's EADDRINUSE into a PortTakenError. */
export function listen(server, { port, host, variable }) {
  return new Promise((resolve, reject) => {
    const refuse = (error) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port, host, variable) : error);
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve(server);
    });
  });
}

/** Refuses a taken port before minutes are spent on an installation. */
export async function checkPort(address) {
  const server = await listen(createServer(), address);
  await new Promise((resolve) => server.close(resolve));
}
