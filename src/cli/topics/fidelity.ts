/** `help fidelity` */
export const fidelityTopic = `What this tool imitates rests on one of three bases, named with every message:

  documented  Microsoft's pages say so
  observed    seen in published logs, exports and requests
  assumed     neither; our best reading, and marked as such

docs/fidelity.md lists what is imitated on which basis, and what is knowingly not.
`;
