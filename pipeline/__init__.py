"""What happens: the only place with a clock, a network and a disk; one verb a module."""
