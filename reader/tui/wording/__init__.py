"""What the screen says, in two languages."""
