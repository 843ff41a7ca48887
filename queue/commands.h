#pragma once

#include <queue/calls/commands.h>
#include <queue/counters/commands.h>
#include <queue/day/commands.h>
#include <queue/devices/commands.h>
#include <queue/printing/commands.h>
#include <queue/rating/commands.h>
#include <queue/service/commands.h>
#include <queue/tickets/commands.h>
#include <queue/undo/commands.h>

#include <variant>

namespace starqueue::queue {

/// One struct a command. Whatever decide() must not look up itself is a field: time, customer, promise,
/// random secret.
using Command =
    std::variant<IssueTicket, EnterByHand, CallNext, CallNumber, Recall, StartService, FinishService,
                 MarkNoShow, Park, Unpark, Transfer, Verify, Handover, AskHelp, UndoStep, CancelTicket,
                 RequeueTicket, MoveTicket, SetStatutory, IdentifyTicket, ReprintTicket, OpenCounter,
                 CloseCounter, PauseCounter, ResumeCounter, OpenService, CloseService, OpenDay, CloseDay,
                 SetRules, Tick, TakePrintJob, EndPrintJob, ReportPaper, ArmRating, FailRating, RateTicket,
                 ReportDevice, TestDevice, EndDeviceTest, AskDevice, PostMessage, SetWallClock, DoubtClock,
                 CalibratePromises, UndoHallAct, ResumeRestored, SetCounterServices, TakeWalkIn,
                 PostponeTicket, RateByPhone, UndoFloorStep, ExplainRating, PrintSlip, ForgoPaper>;

} // namespace starqueue::queue
