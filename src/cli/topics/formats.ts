/** `help formats` */
export const formatsTopic = `Formats of --output:

  text  for people; fits the terminal, without colours in a pipe
  json  the report, one document on stdout (docs/report.schema.json)

verify-target has a document of its own (docs/verification.schema.json).

--report <file.json> writes the same report beside the answer; provision-user show <file.json> prints it again.

lint has text, json (a document of its own, "provision-user/lint"), sarif (2.1.0, for code scanning) and github
(annotations); explain has text and json.

What is read:

  schema   a synchronizationSchema as the portal downloads it, as Microsoft Graph answers it, or as PowerShell's
           ConvertTo-Json writes it; UTF-8 or UTF-16
  source   { "users": [...], "groups": [...], "servicePrincipal": {...} }, an array of users, one user, a Graph list
           ({ "value": [...] }), or one user a line
  target   a SCIM list ({ "Resources": [...] }), with "quirks": [...] when it shall misbehave
`;
