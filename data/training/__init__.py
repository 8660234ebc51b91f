"""What the trainers of `data/` share: corpora as samples, fits that give readable weights, calibration."""
