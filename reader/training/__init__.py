"""Training of the recogniser of names: from a public encoder and labelled text to the weights that ship.

Nothing in here is imported by the program. It needs torch, onnx and onnxruntime; see README.md in this folder.
"""
