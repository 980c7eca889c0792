// An independent SCIM service for the tests: the package scimmy-routers on express, with its users and groups in memory. It runs as a
// process of its own, since what it declares is global to its module, and tells its port to the parent.
import { randomUUID } from 'node:crypto';
import express from 'express';
import SCIMMY from 'scimmy';
import SCIMMYRouters from 'scimmy-routers';

const token = process.env.SCIM_TOKEN;
const users = new Map();
const groups = new Map();
let requests = [];

SCIMMY.Resources.declare(SCIMMY.Resources.User)
  .extend(SCIMMY.Schemas.EnterpriseUser)
  .egress((resource) => {
    if (resource.id !== undefined) return findUser(resource.id);
    const all = [...users.values()];
    return resource.filter === undefined ? all : resource.filter.match(all);
  })
  .ingress((resource, data) => {
    const user = { ...JSON.parse(JSON.stringify(data)), id: resource.id ?? randomUUID() };
    if ([...users.values()].some((other) => other.id !== user.id && collide(other, user))) {
      throw new SCIMMY.Types.Error(409, 'uniqueness', 'userName or mail is taken');
    }
    users.set(user.id, user);
    return user;
  })
  .degress((resource) => {
    users.delete(findUser(resource.id).id);
  });

SCIMMY.Resources.declare(SCIMMY.Resources.Group)
  .egress((resource) => {
    if (resource.id !== undefined) return findGroup(resource.id);
    const all = [...groups.values()];
    return resource.filter === undefined ? all : resource.filter.match(all);
  })
  .ingress((resource, data) => {
    const group = { ...JSON.parse(JSON.stringify(data)), id: resource.id ?? randomUUID() };
    groups.set(group.id, group);
    return group;
  })
  .degress((resource) => {
    groups.delete(findGroup(resource.id).id);
  });

function findGroup(id) {
  const group = groups.get(id);
  if (group === undefined) throw new SCIMMY.Types.Error(404, null, `no group ${id}`);
  return group;
}

function findUser(id) {
  const user = users.get(id);
  if (user === undefined) throw new SCIMMY.Types.Error(404, null, `no user ${id}`);
  return user;
}

function collide(one, other) {
  return one.userName === other.userName || mailOf(one) === mailOf(other);
}

const mailOf = ({ id, emails }) => emails?.[0]?.value ?? id;

const app = express();
// What a test sees and sets behind the back of the protocol.
app.put('/control', express.json(), (request, response) => {
  users.clear();
  groups.clear();
  for (const user of request.body) users.set(user.id, user);
  requests = [];
  response.sendStatus(204);
});
app.get('/control', (_request, response) => {
  response.json({ users: [...users.values()], groups: [...groups.values()], requests });
});
app.use((request, _response, next) => {
  requests.push(`${request.method} ${request.path}`);
  next();
});
app.use(
  '/scim',
  new SCIMMYRouters({
    type: 'bearer',
    handler: (request) => {
      if (request.header('authorization') !== `Bearer ${token}`) throw new Error('unknown token');
      return 'provisioning';
    },
  }),
);

const server = app.listen(0, '127.0.0.1', () => {
  process.send(server.address().port);
});
