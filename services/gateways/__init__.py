"""The payment gateways on the wire. Only `services.compose` names a concrete one."""
