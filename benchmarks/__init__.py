"""What is measured. `python -m benchmarks` runs it all."""
