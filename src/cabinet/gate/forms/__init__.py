"""What officers type: shapes and choices. Whether an act is lawful is for the gate to say."""
