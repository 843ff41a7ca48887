/* One press in the window of one rating session: panel, bridge, network and hall (README.md says how to run it).

   A step of time is two seconds. The bridge knows the hall's elapsed time to one step; the hall judges a press with
   one step of slack. A restart of the hall changes nothing here: elapsed time and journal outlive it.

   Each switch puts one old fault back:
   -DRELATIVE_AGE       the command says how old the press is, and is sent again unchanged
   -DOPEN_SESSIONS_ONLY after a restart the bridge asks for the open sessions, not for all of today's
   -DANY_ANSWER_SETTLES a press is acknowledged on any answer, also on 5xx and none */

/* What may go wrong, and how often. */
#define CRASHES  2      /* of the bridge */
#define DELAYS   2      /* tries that the bridge gives up: they are lost or still arrive, some time */
#define REFUSALS 1      /* tries answered with 503 or 507: not carried out */
byte crashes = CRASHES, delays = DELAYS, refusals = REFUSALS;

#define INVITED 2                   /* instants in the hall's elapsed time */
#define ENDS    (INVITED + 3)
#define TOO_LATE (ENDS + 3)         /* kLateArrival: what arrives later isn't taken */
#define LAST    (TOO_LATE + 1)      /* later instants are like this one */
#define SLACK   1

mtype = { unseen, posting, settled };  /* what the bridge knows of the press */
chan network = [2] of { byte };                 /* tries under way: the press's instant, or its age */

/* ---- Hall: queue/rating/decide.cpp. ---- */

byte now = INVITED;
byte lastMoment = ENDS;     /* of the session: its window's end, or the counter's next start */
bool over = false;          /* the session isn't open any more */
byte counted = 0;           /* ratings that this press has made */
bool cameTooLate = false;   /* the hall has refused it for that reason */

inline hallRates(pressed) {
    if
    :: counted > 0              /* the same press again: 200 */
    :: counted == 0 && now > TOO_LATE -> cameTooLate = true
    :: counted == 0 && now <= TOO_LATE && pressed + SLACK >= INVITED && pressed <= lastMoment + SLACK ->
        counted++;
        over = true
    :: else                     /* 409: it was made outside the window */
    fi
}

active proctype Clock() {
    do
    :: atomic { now < LAST -> now++; over = over || now > ENDS }
    :: now == LAST          /* goes on for ever */
    od
}

active proctype NextStart() {       /* the counter calls and starts the next customer, or doesn't within the window */
    if
    :: atomic { !over -> over = true; lastMoment = now }
    :: true
    fi
}

/* ---- Panel: firmware-bridge/field_devices/rating_panel.cpp. It keeps a press until it is acknowledged. ---- */

byte madeAt = 0;                    /* 0: nobody has pressed */
bool kept = false, acknowledged = false;

active proctype Customer() {        /* the panel may be told late that the window is closed */
    if
    :: atomic { now <= ENDS + 1 -> madeAt = now; kept = true }
    :: true
    fi
}

/* ---- Bridge: firmware-bridge/relay/rating_relay.cpp, rating_windows.cpp. ---- */

bool knowsSession = true;           /* from the hall's event; a crash forgets it */
mtype press = unseen;
byte told = 0;                      /* the press's instant by the bridge's reckoning, or its age */

inline reckon() {                   /* the panel says how old the press is; the bridge knows the hall's time to a step */
#ifdef RELATIVE_AGE
    told = now - madeAt
#else
    if
    :: told = madeAt
    :: told = madeAt + SLACK
    :: told = madeAt - SLACK
    fi
#endif
}

#ifdef RELATIVE_AGE
#define PRESSED(what) (now - what)
#else
#define PRESSED(what) what
#endif

inline unanswered() {               /* 5xx, or none within the client's patience */
#ifdef ANY_ANSWER_SETTLES
    press = settled
#else
    skip                            /* the same command again */
#endif
}

active proctype SeesPress() {
end:
    do
    :: atomic { kept && press == unseen && knowsSession -> reckon(); press = posting }
    :: atomic { kept && press == unseen && !knowsSession ->
#ifdef OPEN_SESSIONS_ONLY
        if
        :: over -> press = settled      /* "belongs to no session" */
        :: else -> knowsSession = true
        fi
#else
        knowsSession = true
#endif
      }
    od
}

active proctype Posts() {
end:
    do
    :: atomic { press == posting -> hallRates(PRESSED(told)); press = settled }
    :: atomic { press == posting && refusals > 0 -> refusals--; unanswered() }
    :: atomic { press == posting && delays > 0 -> delays--; unanswered() }                      /* it is lost */
    :: atomic { press == posting && delays > 0 -> delays--; network !! told; unanswered() }     /* it still arrives */
    od
}

active proctype Acknowledges() {
end:
    do
    :: atomic { press == settled && kept -> kept = false; acknowledged = true }
    od
}

active proctype Crashes() {
    do
    :: atomic { crashes > 0 -> crashes--;
        if
        :: press == posting && delays > 0 -> delays--; network !! told      /* what it had sent still arrives */
        :: true
        fi;
        knowsSession = false; press = unseen; told = 0 }
    :: break
    od
}

/* ---- Network: what its sender gave up still arrives, even from a bridge that has died. ---- */

active proctype Network() {
    byte what;
end:
    do
    :: atomic { network ? what -> hallRates(PRESSED(what)); what = 0 }
    od
}

/* ---- What must hold. ---- */

ltl counted_once { [] (counted <= 1) }
ltl none_lost { [] (acknowledged -> counted == 1 || cameTooLate || madeAt > lastMoment) }
ltl none_for_another { [] (counted > 0 -> madeAt <= lastMoment + 2 * SLACK) }
ltl panel_is_freed { [] (madeAt > 0 -> <> acknowledged) }
