/* Clearing and releasing: what leaves is what was cleared, and nobody's word on it was "stop".

   Four officers have one paper in hand at once: one files new revisions, one clears, one stops, one
   issues. Each line between semicolons is one statement of the database: others may come in between.
   Where the house's one pen (ledger/one_act.py, and the lock in each guard) is taken out by
   -DWITHOUT_THE_PEN, the guard's look and the row's writing come apart. */

#define REVISIONS 3

byte text = 1;                    /* the newest revision */
byte stopped = 0;                 /* the revision that a check stops; 0: none */
byte cleared = 0;                 /* the revision that the newest clearance names; 0: none */
byte issued = 0;                  /* the revision that left; 0: none */
bool word_of_clearance[REVISIONS + 1];
bool word_of_stop[REVISIONS + 1];
bool pen = false;

#ifdef WITHOUT_THE_PEN
#define TAKE skip
#define GIVE skip
#else
#define TAKE atomic { !pen -> pen = true }
#define GIVE pen = false
#endif

active proctype Drafter() {
    do
    :: TAKE;
       if
       :: issued == 0 && text < REVISIONS -> text = text + 1
       :: else
       fi;
       GIVE
    :: break
    od
}

active proctype Adviser() {
    byte read;
    byte round = 0;
    do
    :: round < REVISIONS ->
       read = text;               /* the review sheet as it was shown */
       TAKE;
       if
       :: text == read && stopped != read && issued == 0 ->
          cleared = read;
          word_of_clearance[read] = true
       :: else
       fi;
       GIVE;
       round++
    :: break
    od
}

active proctype Colleague() {
    byte read;
    read = text;
    TAKE;
    if
    :: text == read && cleared != read && issued == 0 ->
       stopped = read;
       word_of_stop[read] = true
    :: else
    fi;
    GIVE
}

active proctype Issuer() {
    byte round = 0;
    do
    :: round < REVISIONS ->
       TAKE;
       if
       :: issued == 0 && cleared != 0 && cleared == text ->
          issued = text;          /* the row names the paper: its newest text leaves */
          assert(word_of_clearance[issued]);
          assert(!word_of_stop[issued])
       :: else
       fi;
       GIVE;
       round++
    :: break
    od
}
