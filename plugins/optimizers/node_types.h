#pragma once

#include <thalweg/node_type.h>

namespace thalweg {

NodeType gradientDescent();
NodeType momentum();
NodeType nesterov();
NodeType adagrad();
NodeType adadelta();
NodeType rmsprop();
NodeType adam();
NodeType amsgrad();
NodeType adamw();
NodeType nadam();
NodeType radam();
NodeType adamax();
NodeType rprop();
NodeType asgd();
NodeType yogi();
NodeType adabelief();
NodeType lion();
NodeType lbfgs();
NodeType lbfgsB();
NodeType conjugateGradient();
NodeType levenbergMarquardt();
NodeType proximalGradient();
NodeType schedule();

} // namespace thalweg
