"""Times what a page costs, stage by stage, beside the tools one would otherwise use: `python -m pipeline.bench [DIR]`.

Times are CPU seconds of one core, so that a busy machine changes them little; every comparison is a ratio within one
run over the same pages. `python -m pipeline.bench.rules` times every extraction rule on its worst case.
"""
