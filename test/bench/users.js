// A hundred users as a directory gives them: most are complete, some lack values, some have lists or letters beyond ASCII.
const givenNames = ['Alice', 'Bob', 'Zoë', 'Dave', 'Anna Maria', 'Łukasz', 'Frank', 'Grace', 'Heidi', 'Ivan'];
const surnames = [
  'Archer',
  'Baker',
  'Sjöström',
  'Miller',
  'Novak',
  'García',
  'Huber',
  'Smith',
  'Jones',
  'Weiß',
];

/** The users, as parsed JSON. */
export const users = JSON.parse(JSON.stringify(Array.from({ length: 100 }, (_, index) => createUser(index))));

function createUser(index) {
  const givenName = givenNames[index % 10];
  const surname = surnames[(index * 7 + Math.floor(index / 10)) % 10];
  const partner = index % 8 === 3;
  return {
    id: `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`,
    displayName: `${givenName} ${surname}`,
    givenName: index % 20 === 9 ? [givenName] : givenName,
    // undefined leaves the attribute out
    surname: index % 10 === 4 ? undefined : index % 25 === 6 ? null : surname,
    userPrincipalName:
      index % 30 === 17 ? undefined : `user${index}@${partner ? 'partners.' : ''}contoso.com`,
    IsSoftDeleted: index % 6 === 0,
    onPremisesDistinguishedName:
      index % 5 === 0 ? undefined : `CN=${givenName} ${surname},OU=Sales,OU=Vienna,DC=contoso,DC=com`,
  };
}
