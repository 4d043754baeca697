"""One plan, loaded or ready as values, into one Word file; and the same from files on the disk to a file there."""

from __future__ import annotations

from benches.contenders import NodePeer, Peers, PythonPeer
from benches.effort import Effort
from benches.inputs import Inputs
from benches.race import Contender, Outcome, race

__all__ = ["COMPRESSIONS", "DOCXTPL", "race_from_disk", "race_in_memory"]

DOCXTPL = "docxtpl, opened each time"
COMPRESSIONS = ("zlib-6", "zlib-1", "zlib-ng-6", "zlib-ng-1", "isal-1", "isal-0")


def race_in_memory(inputs: Inputs, peers: Peers, effort: Effort) -> Outcome:
    """The loaded plan into bytes, beside all peers."""
    filled = {"template": inputs.template("docxtpl"), "context": inputs.context}
    contenders: dict[str, Contender] = {
        **{
            f"vtdocs, {name}": PythonPeer("ours:write_plan", {"plan": inputs.plan, "compression": name})
            for name in COMPRESSIONS
        },
        "vtdocs, default": PythonPeer("ours:write_plan", {"plan": inputs.plan}),
        "vtdocs, docxtpl's template": PythonPeer("ours:fill_template", filled),
        DOCXTPL: PythonPeer("jinja:open_each_time", filled),
        "docxtpl, one object": PythonPeer("jinja:keep_object", filled),
        "docxtpl-ng, opened each time": PythonPeer("jinja:open_each_time", filled, peers.docxtpl_ng),
        "docxtpl-ng, one object": PythonPeer("jinja:keep_object_ng", filled, peers.docxtpl_ng),
        "python-docx, by code": PythonPeer(
            "by_code:build", {"base": inputs.path("base.docx"), "blocks": inputs.path("blocks.json")}
        ),
        **{
            name: NodePeer(name, peers.node_modules, {"template": inputs.template(name), "context": inputs.context})
            for name in ("docxtemplater", "carbone")
        },
    }
    return race(contenders, inputs, inputs.words, effort, rounds=effort.rounds)


def race_from_disk(inputs: Inputs, effort: Effort) -> Outcome:
    """YAML and Excel on the disk to .docx on the disk, beside docxtpl, which has its values ready."""
    filled = {"template": inputs.template("docxtpl"), "context": inputs.context}
    ours = {
        name: PythonPeer(
            "ours:from_disk", {"plan": inputs.plan, "target": inputs.path(f"{name}.docx"), "compression": compression}
        )
        for name, compression in (("vtdocs, default", None), ("vtdocs, zlib-6", "zlib-6"), ("vtdocs, isal-1", "isal-1"))
    }
    peer = PythonPeer("jinja:to_disk", {**filled, "target": inputs.path("docxtpl-made.docx")})
    return race({**ours, DOCXTPL: peer}, inputs, inputs.words, effort, rounds=effort.rounds)
