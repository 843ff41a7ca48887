/* The paper of one ticket: hall, network, printer and bridge (README.md says how to run it).

   A ticket has one print job that hasn't ended. The hall refuses every command about one that has, so that only the
   present job is modelled: what is under way for it is dropped the moment it ends.

   Each switch puts one old fault back:
   -DSUCCESS_STAYS_UNSURE  a take that succeeds stays on the list of unsure takes
   -DREFUSAL_FORGETS       a result that was answered with 5xx is not told again
   -DPATROL_PENDING_ONLY   the patrol doesn't look for taken jobs that nobody holds
   -DTAKES_UNTOLD          a job whose result isn't confirmed is taken again when an older list names it */

/* What may go wrong, and how often. */
#define CRASHES  2      /* of the bridge */
#define LATE     2      /* commands whose sender gives up: they are lost or still arrive, some time */
#define REFUSALS 2      /* commands answered with 507: not carried out */
#define DOUBTS   1      /* jobs that the printer doesn't finish */
byte crashes = CRASHES, late = LATE, refusals = REFUSALS, doubts = DOUBTS;

mtype = { pending, taken, ended };                  /* the job's state */
mtype = { nothing, printed, offline, unknown };     /* a result; offline: surely no paper; unknown: perhaps one */
mtype = { idle, taking, printing, printingEnded };  /* what the bridge is doing */
mtype = { take };                                   /* a command; a result stands for the command that tells it */

/* ---- The bridge's memory: firmware-bridge/relay/print_spooler.h. A crash loses it. ---- */

mtype step = idle;
bool unsure = false;        /* m_unsureTakes: the hall may have given us this job; nothing was printed */
mtype untold = nothing;     /* m_untold: the job ended so, and the hall hasn't confirmed it */
bool wantsTaken = true;     /* a resync is due: at the start, and after a take that failed */
bool takenList = false;     /* a list with the job is under way from the hall (one without it says nothing) */
bool pendingList = false;

/* ---- Hall: queue/printing/decide.cpp. ---- */

mtype job = pending;
bool marked = false;        /* the job's paper says that it is a reprint */
chan network = [2] of { mtype };

inline dropWhatIsUnderWay() {
    do
    :: network ? _
    :: empty(network) -> break
    od;
    unsure = false; untold = nothing; takenList = false; pendingList = false;
    if
    :: step == taking -> step = idle                /* refused: 409 */
    :: step == printing -> step = printingEnded
    :: else
    fi
}

inline hallTakes() {        /* the same bridge may take again what it has taken */
    if
    :: job == pending -> job = taken
    :: else
    fi
}

inline hallEnds(result) {   /* a job without its paper is followed by another one */
    if
    :: job == taken && result == printed -> job = ended; dropWhatIsUnderWay()
    :: job == taken && result != printed ->
        job = pending;
        marked = marked || result == unknown;
        dropWhatIsUnderWay()
    :: else                 /* refused, which is a decision too */
    fi
}

/* ---- Network: what its sender gave up still arrives, in any order, even from a bridge that has died. ---- */

active proctype Network() {
end:
    do
    :: atomic { network ?? take -> hallTakes() }
    :: atomic { network ?? printed -> hallEnds(printed) }
    :: atomic { network ?? offline -> hallEnds(offline) }
    :: atomic { network ?? unknown -> hallEnds(unknown) }
    od
}

/* ---- Printer: finishes what it was given, though the bridge may have died. ---- */

bool inPrinter = false, paperMarked = false;
byte papers = 0, unmarkedPapers = 0;

inline paperComesOut() {
    papers++;
    unmarkedPapers = unmarkedPapers + (paperMarked -> 0 : 1)
}

inline report(result) {     /* lost when the bridge that gave the job is dead */
    inPrinter = false; paperMarked = false;
    if
    :: step == printing -> untold = result; step = idle
    :: step == printingEnded -> step = idle
    :: else
    fi
}

active proctype Printer() {
end:
    do
    :: atomic { inPrinter -> paperComesOut(); report(printed) }
    :: atomic { inPrinter && doubts > 0 -> doubts--; paperComesOut(); report(unknown) }
    :: atomic { inPrinter && doubts > 0 -> doubts--; report(unknown) }
    :: atomic { inPrinter && doubts > 0 -> doubts--; report(offline) }
    od
}

/* ---- Bridge: firmware-bridge/relay/print_spooler.cpp. One process for each thing that it waits for. ---- */

active proctype LooksForTaken() {       /* resync(), settleTaken() */
end:
    do
#ifdef PATROL_PENDING_ONLY
    :: atomic { !takenList && wantsTaken -> wantsTaken = false; takenList = (job == taken) }
#else
    :: atomic { !takenList && job == taken -> takenList = true }
#endif
    :: atomic { takenList -> takenList = false;
        if
        :: step == idle && untold == nothing -> untold = (unsure -> offline : unknown); unsure = false
        :: else                         /* it is in hand, or its result is on its way */
        fi }
    od
}

active proctype LooksForPending() {     /* fetchPending(), takeOneForEach() */
end:
    do
    :: atomic { !pendingList && job == pending -> pendingList = true }
    :: job != pending                   /* an empty list; the patrol goes on for ever */
    :: atomic { pendingList && !inPrinter -> pendingList = false;
        if
#ifdef TAKES_UNTOLD
        :: step == idle -> step = taking
#else
        :: step == idle && untold == nothing -> step = taking
#endif
        :: else
        fi }
    od
}

inline givesUp() { unsure = true; step = idle; wantsTaken = true }

active proctype Takes() {               /* take(), taken() */
end:
    do
    :: atomic { step == taking ->
        hallTakes();
#ifndef SUCCESS_STAYS_UNSURE
        unsure = false;
#endif
        step = printing; inPrinter = true; paperMarked = marked }
    :: atomic { step == taking && refusals > 0 -> refusals--; givesUp() }
    :: atomic { step == taking && late > 0 -> late--; givesUp() }                       /* it is lost */
    :: atomic { step == taking && late > 0 -> late--; network !! take; givesUp() }      /* it still arrives */
    od
}

active proctype Tells() {               /* tell() */
end:
    do
    :: atomic { untold != nothing -> hallEnds(untold); untold = nothing }
    :: atomic { untold != nothing && refusals > 0 -> refusals--;
#ifdef REFUSAL_FORGETS
        untold = nothing
#endif
      }
    :: atomic { untold != nothing && late > 0 -> late--; network !! untold }            /* it is told again */
    od
}

active proctype Crashes() {             /* what was meant for the printer may not have left the bridge */
    do
    :: atomic { crashes > 0 -> crashes--;
        if
        :: true
        :: inPrinter -> inPrinter = false; paperMarked = false
        fi;
        step = idle; unsure = false; untold = nothing; wantsTaken = true; takenList = false; pendingList = false }
    :: break
    od
}

/* ---- What must hold. ---- */

ltl one_unmarked_paper { [] (unmarkedPapers <= 1) }
ltl another_paper_only_in_doubt { [] (papers <= 1 + (CRASHES - crashes) + (DOUBTS - doubts)) }
ltl what_prints_is_not_unsure { [] (step == printing -> !unsure) }
ltl nobody_is_stuck { <> [] (job == ended && papers > 0) }
