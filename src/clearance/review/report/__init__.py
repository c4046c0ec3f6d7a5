"""How a report is told: to a person in the shell or a browser, in Word's margin, to a program."""
