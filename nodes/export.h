#pragma once

#include <QtCore/qglobal.h>

#ifdef THALWEG_NODES_LIBRARY
#define THALWEG_EXPORT Q_DECL_EXPORT
#else
#define THALWEG_EXPORT Q_DECL_IMPORT
#endif
