"""Instances of a flow, searched state by state by a program that is generated for each.

It reads the definition, and shares nothing with the slices but from where a claim is seen. The
order of the files is that of the data: `packing` says where a slot stands, `text` and `moves` write
the definition down, `asked` a claim, `blocks` puts moves under the tests that they share;
`python_text` and `c_text` make a program of it, `by_python` and `by_c` run it, `ends` replays a run
by the plain meaning, and `search` is the door. Both programs take the same steps in the same order,
so that figures and runs do not depend on which it was.
"""
