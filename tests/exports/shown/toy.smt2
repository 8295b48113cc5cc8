; toy: points at each provider: 2
(set-logic HORN)
(declare-datatypes ((Box 0)) (((Box_OPEN) (Box_SHUT))))
(declare-datatypes ((Vote 0)) (((Vote_NONE) (Vote_YES))))
(declare-fun reachable (Box Int Bool Box Vote Vote) Bool)
; the first states
(assert (forall ((box_of_all Box) (count Int) (rain Bool) (box_of_provider_1 Box) (vote_of_point_1 Vote) (vote_of_point_2 Vote)) (=> (and true (or false (= box_of_all Box_OPEN) (= box_of_all Box_SHUT)) (or false (= count 0)) (or false (= rain false) (= rain true)) (or false (= box_of_provider_1 Box_OPEN)) (or false (= vote_of_point_1 Vote_NONE)) (or false (= vote_of_point_2 Vote_NONE))) (reachable box_of_all count rain box_of_provider_1 vote_of_point_1 vote_of_point_2))))
; say yes at point 1
(assert (forall ((box_of_all Box) (count Int) (rain Bool) (box_of_provider_1 Box) (vote_of_point_1 Vote) (vote_of_point_2 Vote)) (=> (and true (reachable box_of_all count rain box_of_provider_1 vote_of_point_1 vote_of_point_2) (and (or false (= vote_of_point_1 Vote_NONE)) (not rain) (or false (= box_of_provider_1 Box_OPEN)) (or (or false (= box_of_all Box_OPEN)) (or false (= box_of_all Box_SHUT))) (<= (- 1) (ite (or false (= box_of_all Box_OPEN)) (+ count 1) (ite rain count (- count 1)))) (<= (ite (or false (= box_of_all Box_OPEN)) (+ count 1) (ite rain count (- count 1))) 2))) (reachable box_of_all (ite (or false (= box_of_all Box_OPEN)) (+ count 1) (ite rain count (- count 1))) rain box_of_provider_1 Vote_YES vote_of_point_2))))
; say yes at point 2
(assert (forall ((box_of_all Box) (count Int) (rain Bool) (box_of_provider_1 Box) (vote_of_point_1 Vote) (vote_of_point_2 Vote)) (=> (and true (reachable box_of_all count rain box_of_provider_1 vote_of_point_1 vote_of_point_2) (and (or false (= vote_of_point_2 Vote_NONE)) (not rain) (or false (= box_of_provider_1 Box_OPEN)) (or (or false (= box_of_all Box_OPEN)) (or false (= box_of_all Box_SHUT))) (<= (- 1) (ite (or false (= box_of_all Box_OPEN)) (+ count 1) (ite rain count (- count 1)))) (<= (ite (or false (= box_of_all Box_OPEN)) (+ count 1) (ite rain count (- count 1))) 2))) (reachable box_of_all (ite (or false (= box_of_all Box_OPEN)) (+ count 1) (ite rain count (- count 1))) rain box_of_provider_1 vote_of_point_1 Vote_YES))))
; r
(assert (forall ((box_of_all Box) (count Int) (rain Bool) (box_of_provider_1 Box) (vote_of_point_1 Vote) (vote_of_point_2 Vote)) (=> (and true (reachable box_of_all count rain box_of_provider_1 vote_of_point_1 vote_of_point_2) (<= count 1)) (reachable Box_OPEN 0 (not rain) box_of_provider_1 (ite (or false (= vote_of_point_1 Vote_YES)) Vote_NONE vote_of_point_1) (ite (or false (= vote_of_point_2 Vote_YES)) Vote_NONE vote_of_point_2)))))
; shut at provider 1
(assert (forall ((box_of_all Box) (count Int) (rain Bool) (box_of_provider_1 Box) (vote_of_point_1 Vote) (vote_of_point_2 Vote)) (=> (and true (reachable box_of_all count rain box_of_provider_1 vote_of_point_1 vote_of_point_2) (or (and (or false (= box_of_provider_1 Box_OPEN)) (= vote_of_point_1 Vote_YES) (= vote_of_point_2 Vote_YES)) (and (or false (= box_of_provider_1 Box_OPEN)) rain))) (reachable box_of_all count rain (ite (and (or false (= box_of_provider_1 Box_OPEN)) (= vote_of_point_1 Vote_YES) (= vote_of_point_2 Vote_YES)) Box_SHUT Box_SHUT) (ite (and (or false (= vote_of_point_1 Vote_NONE)) rain) Vote_YES vote_of_point_1) (ite (and (or false (= vote_of_point_2 Vote_NONE)) rain) Vote_YES vote_of_point_2)))))
; not two
(push 1)
(assert (forall ((box_of_all Box) (count Int) (rain Bool) (box_of_provider_1 Box) (vote_of_point_1 Vote) (vote_of_point_2 Vote)) (=> (and true (reachable box_of_all count rain box_of_provider_1 vote_of_point_1 vote_of_point_2) (not (and (not (and (= vote_of_point_1 Vote_YES) (= vote_of_point_2 Vote_YES))) (not (and (= vote_of_point_2 Vote_YES) (= vote_of_point_1 Vote_YES)))))) false)))
(check-sat)
(pop 1)
; own doing
(push 1)
(assert (forall ((box_of_all Box) (count Int) (rain Bool) (box_of_provider_1 Box) (vote_of_point_1 Vote) (vote_of_point_2 Vote)) (=> (and true (reachable box_of_all count rain box_of_provider_1 vote_of_point_1 vote_of_point_2) (not true)) false)))
(check-sat)
(pop 1)
; shut
(push 1)
(assert (forall ((box_of_all Box) (count Int) (rain Bool) (box_of_provider_1 Box) (vote_of_point_1 Vote) (vote_of_point_2 Vote)) (=> (and true (reachable box_of_all count rain box_of_provider_1 vote_of_point_1 vote_of_point_2) (not (not (= box_of_provider_1 Box_SHUT)))) false)))
(check-sat)
(pop 1)
