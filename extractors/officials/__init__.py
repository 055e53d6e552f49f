"""People with an office: who they are, what they hold, what they did."""
