#pragma once

#include "support/toy_nodes.h"

namespace thalweg::test {

/// Two types whose help has all that a help page can hold.
inline NodeTypes helpNodes()
{
    NodeType hill
        = toy("hill", { number("rate", 0.25).above(0).atMost(1).unit("m").help("How <steep> it is."), text("label") },
            { input<Number>("from").optional().help("Where it begins.") }, {});
    hill.title = "Hill";
    hill.summary = "A slope & more.";
    hill.help = "# Hill\n\nGoes **down** as `toy.valley` does, see toy.valley.\n\n"
                "xₜ₊₁ = xₜ − η m̂²,  with η > 0\n\n- one\n- two\n\nExample: `rate` = 0.5 is fast.";
    NodeType valley = toy("valley", {}, {}, {});
    valley.title = "Valley";
    valley.summary = "Below a hill.";
    valley.help = "Nothing here is steep.";
    return NodeTypes({ hill, valley });
}

} // namespace thalweg::test
