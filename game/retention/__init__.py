"""Rights and time: what is stored on this computer, what goes when its time is over, what is erased on request."""
