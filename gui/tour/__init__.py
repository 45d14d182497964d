"""`refund-desk --demo --tour DIR`: the demo, walked by itself through the real window.

Every step does what a person would, by mouse and keys, and looks at what came of it: on the screen and
in the simulator's own book. A picture of each and `tour.json` are what it leaves.
"""
