---- MODULE toy ----
\* toy: points at each provider: 2
EXTENDS Integers
VARIABLES box_of_all, count, rain, box_of_provider_1, vote_of_point_1, vote_of_point_2
vars == <<box_of_all, count, rain, box_of_provider_1, vote_of_point_1, vote_of_point_2>>
TypeOK ==
  /\ box_of_all \in {"OPEN", "SHUT"}
  /\ count \in (0 - 1)..2
  /\ rain \in {FALSE, TRUE}
  /\ box_of_provider_1 \in {"OPEN", "SHUT"}
  /\ vote_of_point_1 \in {"NONE", "YES"}
  /\ vote_of_point_2 \in {"NONE", "YES"}
Init ==
  /\ box_of_all \in {"OPEN", "SHUT"}
  /\ count \in {0}
  /\ rain \in {FALSE, TRUE}
  /\ box_of_provider_1 \in {"OPEN"}
  /\ vote_of_point_1 \in {"NONE"}
  /\ vote_of_point_2 \in {"NONE"}
say_yes_at_point_1 ==
  /\ ((vote_of_point_1 \in {"NONE"}) /\ ~(rain) /\ (box_of_provider_1 \in {"OPEN"}) /\ ((box_of_all \in {"OPEN"}) \/ (box_of_all \in {"SHUT"})) /\ ((0 - 1) <= (IF (box_of_all \in {"OPEN"}) THEN (count + 1) ELSE (IF rain THEN count ELSE (count - 1)))) /\ ((IF (box_of_all \in {"OPEN"}) THEN (count + 1) ELSE (IF rain THEN count ELSE (count - 1))) <= 2))
  /\ vote_of_point_1' = "YES"
  /\ count' = (IF (box_of_all \in {"OPEN"}) THEN (count + 1) ELSE (IF rain THEN count ELSE (count - 1)))
  /\ UNCHANGED <<box_of_all, rain, box_of_provider_1, vote_of_point_2>>
say_yes_at_point_2 ==
  /\ ((vote_of_point_2 \in {"NONE"}) /\ ~(rain) /\ (box_of_provider_1 \in {"OPEN"}) /\ ((box_of_all \in {"OPEN"}) \/ (box_of_all \in {"SHUT"})) /\ ((0 - 1) <= (IF (box_of_all \in {"OPEN"}) THEN (count + 1) ELSE (IF rain THEN count ELSE (count - 1)))) /\ ((IF (box_of_all \in {"OPEN"}) THEN (count + 1) ELSE (IF rain THEN count ELSE (count - 1))) <= 2))
  /\ vote_of_point_2' = "YES"
  /\ count' = (IF (box_of_all \in {"OPEN"}) THEN (count + 1) ELSE (IF rain THEN count ELSE (count - 1)))
  /\ UNCHANGED <<box_of_all, rain, box_of_provider_1, vote_of_point_1>>
r ==
  /\ (count <= 1)
  /\ box_of_all' = "OPEN"
  /\ count' = 0
  /\ rain' = ~(rain)
  /\ vote_of_point_1' = (IF (vote_of_point_1 \in {"YES"}) THEN "NONE" ELSE vote_of_point_1)
  /\ vote_of_point_2' = (IF (vote_of_point_2 \in {"YES"}) THEN "NONE" ELSE vote_of_point_2)
  /\ UNCHANGED <<box_of_provider_1>>
shut_at_provider_1 ==
  /\ (((box_of_provider_1 \in {"OPEN"}) /\ (vote_of_point_1 = "YES") /\ (vote_of_point_2 = "YES")) \/ ((box_of_provider_1 \in {"OPEN"}) /\ rain))
  /\ box_of_provider_1' = (IF ((box_of_provider_1 \in {"OPEN"}) /\ (vote_of_point_1 = "YES") /\ (vote_of_point_2 = "YES")) THEN "SHUT" ELSE "SHUT")
  /\ vote_of_point_1' = (IF ((vote_of_point_1 \in {"NONE"}) /\ rain) THEN "YES" ELSE vote_of_point_1)
  /\ vote_of_point_2' = (IF ((vote_of_point_2 \in {"NONE"}) /\ rain) THEN "YES" ELSE vote_of_point_2)
  /\ UNCHANGED <<box_of_all, count, rain>>
Next ==
  \/ say_yes_at_point_1
  \/ say_yes_at_point_2
  \/ r
  \/ shut_at_provider_1
Spec == Init /\ [][Next]_vars
not_two == (~(((vote_of_point_1 = "YES") /\ (vote_of_point_2 = "YES"))) /\ ~(((vote_of_point_2 = "YES") /\ (vote_of_point_1 = "YES"))))
own_doing == TRUE
shut == ~((box_of_provider_1 = "SHUT"))
====
