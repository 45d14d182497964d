"""What has no certain end: watching it, the queue of it, and settling it by a person's word."""
