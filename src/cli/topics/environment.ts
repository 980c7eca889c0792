/** `help environment` */
export const environmentTopic = `Environment variables:

  PROVISION_USER_CONFIG   which configuration, as --config
  PROVISION_USER_PROFILE  which profile, as --profile
  NO_COLOR                no colours when it is not empty
  FORCE_COLOR             colours also into a pipe: 1, 2 or 3; 0 for none
  CLICOLOR_FORCE          colours also into a pipe
  CI                      no spinner
  HTTPS_PROXY, HTTP_PROXY the proxy for targets on the network; this machine itself is never reached through one
  NO_PROXY                hosts that are reached without it, separated by commas
  NODE_EXTRA_CA_CERTS     a PEM file of certificate authorities to trust beside Node's own, as target.tls.ca

A secret in the configuration is best a reference: { env: NAME } reads any variable that you name.
Flags win over the environment, the environment over the configuration. --verbose says where each value came from.
`;
