import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useLocation } from 'wouter';
import { ownPortfolio } from '../balance/queries';
import { ownOrder } from '../orders/queries';
import { useAmount } from '../page/useAmount';
import { useTexts } from '../text/language';
import { totalOf, type Basket } from './basket';
import { NotPlaced } from './NotPlaced';
import { nextTry, place, type Placing } from './place';
import { keepBasket } from './stored';

const ADDRESS_MAX = 500;

/** Where the order goes, and the two ways to place it. */
export function Checkout({ basket }: { basket: Basket }) {
  const { basket: words } = useTexts();
  const amount = useAmount();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [address, setAddress] = useState('');
  const { data: portfolio } = useQuery(ownPortfolio(basket.currency));
  const holding = portfolio?.assets.find(({ asset }) => asset === basket.currency);

  const placing = useMutation({
    mutationFn: (pay: boolean) => place(basket, address.trim(), pay),
    onSuccess: async (end: Placing) => {
      if (end.kind === 'placed') {
        keepBasket(undefined);
        queries.setQueryData(ownOrder(end.order.id).queryKey, end.order);
        await queries.invalidateQueries({ queryKey: ['mine', 'portfolio'], refetchType: 'none' });
        go(`/orders/${end.order.id}`);
      } else {
        keepBasket(nextTry(basket, end));
      }
    },
  });
  const isBusy = placing.isPending;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    placing.mutate(true);
  };

  return (
    <form className="panel form" onSubmit={submit}>
      <TextInput
        label={words.address}
        description={words.addressHint}
        name="address"
        autoComplete="street-address"
        maxLength={ADDRESS_MAX}
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      {holding && (
        <p className="faint">{words.available(amount(holding.available, holding.asset))}</p>
      )}
      <NotPlaced end={placing.data} error={placing.error} currency={basket.currency} />
      <Button
        type="submit"
        size="md"
        fullWidth
        loading={isBusy && placing.variables}
        disabled={isBusy}
      >
        {words.pay(amount(totalOf(basket), basket.currency))}
      </Button>
      <Button
        variant="default"
        size="md"
        fullWidth
        loading={isBusy && !placing.variables}
        disabled={isBusy}
        onClick={() => placing.mutate(false)}
      >
        {words.reserve}
      </Button>
      <p className="faint note">{words.reserveHint}</p>
    </form>
  );
}
