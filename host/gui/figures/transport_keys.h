#pragma once

class QKeyEvent;

namespace thalweg {

class StepCursor;

/// Space plays and pauses, Home and End go to the start and the end, full stop and comma one step on and back, and so
/// do Right and Left where `arrows` are free. False where the key means nothing here.
bool takeTransportKey(StepCursor &cursor, const QKeyEvent &event, bool arrows);

} // namespace thalweg
